import { Controller, Get, Param, Query, Res, StreamableFile } from "@nestjs/common";
import { ApiResponse, ApiTags } from "@nestjs/swagger";
import {
  employeeDetail, employeeExportQuery, employeeListQuery, employeePage, templateQuery, unitView,
  type EmployeeDetail, type EmployeeExportQuery, type EmployeeListQuery, type EmployeePage, type FileFormat, type TemplateQuery, type UnitView,
} from "@kompeten/shared/contracts/personnel";
import type { FastifyReply } from "fastify";
import { z } from "zod";
import { AnswersFile, Audit, notFound, Requires } from "../platform/index.ts";
import { columns, writeRecord } from "./employee-columns.rules.ts";
import { EmployeeList } from "./employee-list.service.ts";
import { performanceColumns } from "./performance-import.service.ts";
import { contentTypes, writeTable, type Table } from "./table-file.ts";

@ApiTags("personnel")
@Controller("api")
export class EmployeesController {
  constructor(
    private readonly list: EmployeeList,
    private readonly audit: Audit,
  ) {}

  @Get("employees")
  @Requires("employee.read")
  @ApiResponse({ status: 200, standardSchema: employeePage })
  page(@Query({ schema: employeeListQuery }) query: EmployeeListQuery): Promise<EmployeePage> {
    return this.list.page(query);
  }

  @Get("organisation-units")
  @Requires("employee.read")
  @ApiResponse({ status: 200, standardSchema: unitView, isArray: true })
  units(): Promise<UnitView[]> {
    return this.list.units();
  }

  /** The register in the shape that the import takes back. */
  @Get("employees/export")
  @Requires("employee.read")
  @AnswersFile(...Object.values(contentTypes))
  async export(@Query({ schema: employeeExportQuery }) query: EmployeeExportQuery, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { format, ...filters } = query;
    const records = await this.list.records(filters);
    await this.audit.record({ action: "personnel.register.exported", subjectKind: "register", subjectId: "employees", details: { format, count: records.length } });
    return send(reply, { sheet: "Pegawai", columns, rows: records.map(writeRecord) }, "pegawai", format);
  }

  @Get("employees/template")
  @Requires("employee.import")
  @AnswersFile(...Object.values(contentTypes))
  template(@Query({ schema: templateQuery }) { format }: TemplateQuery, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return send(reply, { sheet: "Pegawai", columns, rows: [columns.map((column) => column.example)] }, "templat-pegawai", format);
  }

  @Get("employees/performance-template")
  @Requires("employee.import")
  @AnswersFile(...Object.values(contentTypes))
  performanceTemplate(@Query({ schema: templateQuery }) { format }: TemplateQuery, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return send(reply, { sheet: "Predikat", columns: performanceColumns, rows: [performanceColumns.map((column) => column.example)] }, "templat-predikat-kinerja", format);
  }

  @Get("employees/:id")
  @Requires("employee.read")
  @ApiResponse({ status: 200, standardSchema: employeeDetail })
  async detail(@Param("id", { schema: z.uuid() }) id: string): Promise<EmployeeDetail> {
    const detail = await this.list.detail(id);
    if (!detail) throw notFound();
    return detail;
  }
}

async function send(reply: FastifyReply, table: Table, name: string, format: FileFormat): Promise<StreamableFile> {
  const content = await writeTable(table, format);
  reply.header("content-disposition", `attachment; filename="${name}.${format}"`);
  return new StreamableFile(content, { type: contentTypes[format], length: content.length });
}
