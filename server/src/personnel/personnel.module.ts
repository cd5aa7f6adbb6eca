import { Module } from "@nestjs/common";
import { EmployeeRegister } from "./employee-register.service.ts";
import { Employees } from "./employees.service.ts";

@Module({
  providers: [EmployeeRegister, Employees],
  exports: [Employees],
})
export class PersonnelModule {}
