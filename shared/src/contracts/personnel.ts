import { z } from "zod";

export const positionTypes = ["jpt-utama", "jpt-madya", "jpt-pratama", "administrator", "pengawas", "fungsional", "pelaksana"] as const;
export type PositionType = (typeof positionTypes)[number];
export const educations = ["s3", "s2", "s1-d4", "d3", "d2", "d1", "slta", "sltp", "sd"] as const;
export type Education = (typeof educations)[number];
export const performancePredicates = ["sangat-baik", "baik", "butuh-perbaikan", "kurang", "sangat-kurang"] as const;
export type PerformancePredicate = (typeof performancePredicates)[number];
export const sexes = ["male", "female"] as const;
export const employments = ["pns", "pppk"] as const;

/** The columns of the register's file, in the order of the template. */
export const employeeColumns = [
  "nip", "name", "titleBefore", "titleAfter", "sex", "birthPlace", "birthDate", "employment", "grade", "gradeSince",
  "positionTitle", "positionType", "positionSince", "unit", "education", "educationField", "email", "phone",
] as const;
export type EmployeeColumn = (typeof employeeColumns)[number];

const employeeRow = z.strictObject({
  id: z.uuid(),
  nip: z.string(),
  name: z.string(),
  titleBefore: z.string().nullable(),
  titleAfter: z.string().nullable(),
  sex: z.enum(sexes),
  birthDate: z.iso.date(),
  employment: z.enum(employments),
  grade: z.string(),
  positionTitle: z.string(),
  positionType: z.string(),
  unitName: z.string().nullable(),
  education: z.string().nullable(),
  accountId: z.uuid().nullable(),
});
export type EmployeeRow = z.infer<typeof employeeRow>;

const filters = {
  /** Part of the name, the NIP (spaces do not matter), the position or the unit. */
  search: z.string().trim().max(100).optional(),
  unitId: z.uuid().optional(),
  positionType: z.enum(positionTypes).optional(),
  employment: z.enum(employments).optional(),
};
export const employeeFilters = z.strictObject(filters).meta({ id: "EmployeeFilters" });
export type EmployeeFilters = z.infer<typeof employeeFilters>;

export const employeeListQuery = z
  .strictObject({
    ...filters,
    sort: z.enum(["name", "nip", "unit", "grade"]).default("name"),
    page: z.coerce.number().int().min(1).max(100_000).default(1),
    pageSize: z.coerce.number().int().min(1).max(200).default(50),
  });
export type EmployeeListQuery = z.infer<typeof employeeListQuery>;

export const employeePage = z
  .strictObject({ rows: z.array(employeeRow), total: z.int(), page: z.int(), pageSize: z.int() })
  .meta({ id: "EmployeePage" });
export type EmployeePage = z.infer<typeof employeePage>;

export const employeeDetail = z
  .strictObject({
    ...employeeRow.shape,
    birthPlace: z.string().nullable(),
    gradeSince: z.iso.date().nullable(),
    positionSince: z.iso.date().nullable(),
    educationField: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    /** The login of the linked account. */
    login: z.string().nullable(),
    updatedAt: z.iso.datetime(),
    /** Null without a photograph; else GET /api/employees/:id/photo has it. */
    photoKeptAtMs: z.int().nullable(),
    performance: z.array(z.strictObject({ year: z.int(), predicate: z.string(), source: z.string() })),
    components: z.array(z.strictObject({ code: z.string(), score: z.number(), asOf: z.iso.date(), source: z.string() })),
  })
  .meta({ id: "EmployeeDetail" });
export type EmployeeDetail = z.infer<typeof employeeDetail>;

/** POST /api/employees/:id/photo takes one small JPEG, and nothing of it is kept but the picture. */
export const photoType = "image/jpeg";
export const photoBytesMax = 200 * 1024;
export const photoSidePx = { min: 64, max: 800 } as const;
const photoRefusals = ["photo-unreadable", "photo-too-large", "photo-dimensions"] as const;
export type PhotoRefusal = (typeof photoRefusals)[number];

/** POST /api/employees/photo-checks: of these NIPs, those that the register has. Nothing is kept by it. */
export const photoCheckBody = z.strictObject({ nips: z.array(z.string().regex(/^\d{18}$/)).min(1).max(1_000) }).meta({ id: "PhotoCheck" });
export type PhotoCheckBody = z.infer<typeof photoCheckBody>;
export const photoCheck = z.strictObject({ people: z.array(z.strictObject({ nip: z.string(), employeeId: z.uuid(), photoKeptAtMs: z.int().nullable() })) }).meta({ id: "PhotoCheckResult" });
export type PhotoCheck = z.infer<typeof photoCheck>;

export const unitView = z
  .strictObject({ id: z.uuid(), name: z.string(), parentId: z.uuid().nullable(), employees: z.int() })
  .meta({ id: "OrganisationUnit" });
export type UnitView = z.infer<typeof unitView>;

export const fileFormat = z.enum(["xlsx", "csv"]);
export type FileFormat = z.infer<typeof fileFormat>;
export const employeeExportQuery = z.strictObject({ ...filters, format: fileFormat });
export type EmployeeExportQuery = z.infer<typeof employeeExportQuery>;
export const templateQuery = z.strictObject({ format: fileFormat });
export type TemplateQuery = z.infer<typeof templateQuery>;

export const importFileBytesMax = 10 * 1024 * 1024;
export const importRowsMax = 10_000;
/** More problems than this are counted but not listed. */
export const importProblemsMax = 5_000;

export const importKinds = ["employees", "performance"] as const;
export type ImportKind = (typeof importKinds)[number];

export const importProblemCodes = [
  "required", "too-long", "date-invalid", "option-invalid", "grade-invalid", "email-invalid", "phone-invalid", "year-invalid",
  "nip-not-text", "nip-mangled", "nip-length", "nip-birth-date-invalid", "nip-birth-date-differs", "nip-sex-invalid", "nip-sex-differs",
  "nip-month-invalid", "nip-month-pppk", "nip-duplicate", "employee-unknown", "unknown-column",
] as const;
export type ImportProblemCode = (typeof importProblemCodes)[number];

export const importProblem = z.strictObject({
  /** As the spreadsheet numbers its rows; 0 for the file as a whole. */
  row: z.int(),
  /** The heading as it stands in the template. */
  column: z.string(),
  value: z.string(),
  severity: z.enum(["error", "warning"]),
  code: z.enum(importProblemCodes),
  /** What the translated message needs: what was expected, the other row. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ImportProblem = z.infer<typeof importProblem>;

export const importChange = z.strictObject({
  row: z.int(),
  nip: z.string(),
  name: z.string(),
  change: z.enum(["new", "changed"]),
  /** What would change, written as in the file. */
  fields: z.array(z.strictObject({ column: z.string(), from: z.string(), to: z.string() })),
});
export type ImportChange = z.infer<typeof importChange>;

export const importBatchView = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(importKinds),
    fileName: z.string(),
    state: z.enum(["checked", "confirmed", "discarded"]),
    createdAt: z.iso.datetime(),
    decidedAt: z.iso.datetime().nullable(),
    counts: z.strictObject({ rows: z.int(), new: z.int(), changed: z.int(), unchanged: z.int(), rowsWithErrors: z.int(), errors: z.int(), warnings: z.int() }),
    problems: z.array(importProblem),
    /** At most 500 of them; the counts say how many there are. */
    changes: z.array(importChange),
  })
  .meta({ id: "ImportBatch" });
export type ImportBatchView = z.infer<typeof importBatchView>;

export const confirmImportBody = z.strictObject({ skipRowsWithErrors: z.boolean().default(false) }).meta({ id: "ConfirmImport" });
export type ConfirmImportBody = z.infer<typeof confirmImportBody>;

/** Extra time for a person in every assessment, as a share of each time limit. POST /api/employees/:id/accommodations */
export const extraPercentMax = 200;
export const newAccommodation = z
  .strictObject({
    extraPercent: z.int().min(5).max(extraPercentMax),
    reason: z.string().trim().min(3).max(500),
    /** Who decided it, as a name or an office. */
    approvedBy: z.string().trim().min(3).max(200),
    validUntil: z.iso.date().nullable(),
  })
  .meta({ id: "NewAccommodation" });
export type NewAccommodation = z.infer<typeof newAccommodation>;
export const accommodationList = z
  .strictObject({
    accommodations: z
      .array(
        z.strictObject({ id: z.uuid(), extraPercent: z.int(), reason: z.string(), approvedBy: z.string(), validUntil: z.iso.date().nullable(), recordedBy: z.string(), recordedAtMs: z.int(), revokedAtMs: z.int().nullable() }),
      )
      .max(100),
  })
  .meta({ id: "Accommodations" });
export type AccommodationList = z.infer<typeof accommodationList>;
