import { Module } from "@nestjs/common";
import { AccommodationsController } from "./accommodations.controller.ts";
import { Accommodations } from "./accommodations.service.ts";
import { EmployeeImport } from "./employee-import.service.ts";
import { EmployeeList } from "./employee-list.service.ts";
import { EmployeeRegister } from "./employee-register.service.ts";
import { EmployeesController } from "./employees.controller.ts";
import { Employees } from "./employees.service.ts";
import { ImportsController } from "./imports.controller.ts";
import { Imports } from "./imports.service.ts";
import { PerformanceImport } from "./performance-import.service.ts";
import { PhotosController } from "./photos.controller.ts";
import { Photos } from "./photos.service.ts";

/** Imports nothing: identity is global. */
@Module({
  controllers: [AccommodationsController, ImportsController, EmployeesController, PhotosController],
  providers: [Accommodations, EmployeeImport, EmployeeList, EmployeeRegister, Employees, Imports, PerformanceImport, Photos],
  exports: [Accommodations, Employees, Photos],
})
export class PersonnelModule {}
