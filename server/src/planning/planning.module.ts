import { Module } from "@nestjs/common";
import { Assessments } from "./assessments.service.ts";

@Module({ providers: [Assessments], exports: [Assessments] })
export class PlanningModule {}
