export * from "./audit/audit.ts";
export * from "./auth/index.ts";
export * from "./clock.ts";
export * from "./jobs/jobs.ts";
export { InstallationKeys, type InstallationKey } from "./keys/installation-keys.service.ts";
export { Pdf } from "./pdf/pdf.service.ts";
export * from "./problem/index.ts";
export * from "./tenancy/index.ts";
export { Uploaded, UploadGuard, type UploadedFile } from "./upload/upload.guard.ts";
