import { Injectable, StreamableFile } from "@nestjs/common";
import { Assessments } from "../assessments.service.ts";
import { settingsFile, sittingSettings } from "./settings.rules.ts";

/** What it is called by its makers; computers that have Safe Exam Browser open it with it. */
export const settingsFileType = "application/seb";

/** The file of settings of a sitting that asks for it, in the running unit of work. */
@Injectable()
export class SafeExamBrowserFiles {
  constructor(private readonly assessments: Assessments) {}

  /** Undefined for a sitting that is not there, not of the assessment named, or open to any browser. */
  async ofSitting(origin: string, sittingId: string, assessmentId?: string): Promise<StreamableFile | undefined> {
    const [sitting] = await this.assessments.sittingsByIds([sittingId]);
    if (!sitting?.safeExamBrowser || (assessmentId !== undefined && sitting.assessmentId !== assessmentId)) return undefined;
    return new StreamableFile(Buffer.from(settingsFile(sittingSettings(origin, sittingId)), "utf8"), { type: settingsFileType, disposition: `attachment; filename="sesi-${sittingId.slice(0, 8)}.seb"` });
  }
}
