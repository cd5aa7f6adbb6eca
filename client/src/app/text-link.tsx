import { Anchor, type AnchorProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { ComponentType } from "react";
import type { Native, Target } from "./link.tsx";

const AnchorBase = (props: AnchorProps & Native) => <Anchor {...props} />;

/** A link within text; apart from link.tsx, because no page on a candidate's way has one. */
export const TextLink = createLink(AnchorBase) as unknown as ComponentType<AnchorProps & Native & Target>;
