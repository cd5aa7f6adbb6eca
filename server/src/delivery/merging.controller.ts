import { Body, Controller, Get, HttpCode, Param, Post } from "@nestjs/common";
import { ApiResponse, ApiTags } from "@nestjs/swagger";
import { mergeBody, mergedView, setAsideList, setAsideView, type MergeBody, type MergedView, type SetAsideList, type SetAsideView } from "@kompeten/shared/contracts/supervision";
import { z } from "zod";
import { conflict, notFound, Requires } from "../platform/index.ts";
import { Merging } from "./merging.service.ts";

const id = z.uuid();

@ApiTags("delivery")
@Requires("attempt.merge")
@Controller("api")
export class MergingController {
  constructor(private readonly merging: Merging) {}

  @Get("set-aside")
  @ApiResponse({ status: 200, standardSchema: setAsideList })
  list(): Promise<SetAsideList> {
    return this.merging.list();
  }

  @Get("attempts/:id/set-aside")
  @ApiResponse({ status: 200, standardSchema: setAsideView })
  async view(@Param("id", { schema: id }) attemptId: string): Promise<SetAsideView> {
    const view = await this.merging.view(attemptId);
    if (!view) throw notFound();
    return view;
  }

  @Post("attempts/:id/merges")
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: mergedView })
  async merge(@Param("id", { schema: id }) attemptId: string, @Body({ schema: mergeBody }) body: MergeBody): Promise<MergedView> {
    const done = await this.merging.merge(attemptId, body);
    if (!done.ok) throw done.refusal === "not-found" ? notFound() : conflict(done.refusal);
    return done.value;
  }
}
