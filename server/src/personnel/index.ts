import { Employee, ImportBatch, OrganisationUnit, PerformanceRecord, TalentComponent } from "./employee.entity.ts";

export { PersonnelModule } from "./personnel.module.ts";
/** The register of the current agency: who is who, their yearly predicates and component scores. */
export { Employees, type ComponentInput, type ComponentView, type EmployeeView, type PerformanceInput, type PerformanceView } from "./employees.service.ts";
/** Extra time that holds for a person in every assessment. */
export { extraMs } from "./accommodation.rules.ts";
export { accommodatedJob, Accommodations, type AccommodationInForce } from "./accommodations.service.ts";
/** The photographs of the register; each reading is recorded. */
export { Photos } from "./photos.service.ts";
/** What `Employees.enter` takes. */
export type { RegisteredRecord } from "./employee-register.service.ts";
/** Spreadsheets that people upload, within bounds. */
export { readTable, tableTypes, type FileRefusal } from "./table-file.ts";
export const personnelEntities = [Employee, ImportBatch, OrganisationUnit, PerformanceRecord, TalentComponent];
