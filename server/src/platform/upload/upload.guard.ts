import "@fastify/multipart";
import { applyDecorators, createParamDecorator, Injectable, UseGuards, type CanActivate, type ExecutionContext } from "@nestjs/common";
import { ApiBody, ApiConsumes } from "@nestjs/swagger";
import type { FastifyRequest } from "fastify";
import { ProblemError } from "../problem/index.ts";

export type UploadedFile = { fileName: string; content: Buffer };
type UploadRequest = FastifyRequest & { uploaded?: UploadedFile };

/**
 * Receives the one file of a multipart request. A guard, because guards run before the unit of work is opened: a slow line
 * must not hold a transaction and its connection while ten megabytes trickle in. Runs after the session guard.
 */
@Injectable()
export class UploadGuard implements CanActivate {
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<UploadRequest>();
    if (!request.isMultipart()) throw new ProblemError(400, "file-missing");
    const part = await request.file();
    if (!part) throw new ProblemError(400, "file-missing");
    request.uploaded = { fileName: part.filename, content: await part.toBuffer() };
    return true;
  }
}

/** The route takes one file, of one of these media types: received by `UploadGuard`, and described at /api/docs. */
export function TakesFile(mediaTypes: readonly string[]): MethodDecorator {
  const file = { type: "string", format: "binary" };
  return applyDecorators(
    UseGuards(UploadGuard),
    ApiConsumes("multipart/form-data"),
    ApiBody({ required: true, schema: { type: "object", required: ["file"], properties: { file } }, encoding: { file: { contentType: mediaTypes.join(", ") } } }),
  );
}

/** The file that `UploadGuard` received. */
export const Uploaded = createParamDecorator((_: unknown, context: ExecutionContext): UploadedFile | undefined => context.switchToHttp().getRequest<UploadRequest>().uploaded);
