import { applyDecorators } from "@nestjs/common";
import { ApiProduces, ApiResponse } from "@nestjs/swagger";

/** What /api/docs says of a route that answers with a file instead of JSON. */
export function AnswersFile(...mediaTypes: string[]): MethodDecorator {
  return applyDecorators(ApiProduces(...mediaTypes), ApiResponse({ status: 200, schema: { type: "string", format: "binary" } }));
}
