import { Button, type ButtonProps } from "@mantine/core";
import { createLink, useRouter } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, ComponentType, Ref } from "react";

export type Target = {
  /** An address from paths.ts. */
  to: string;
  search?: Record<string, unknown>;
};
export type Native = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "color" | "style" | "href"> & { ref?: Ref<HTMLAnchorElement> };

const ButtonBase = (props: ButtonProps & Native) => <Button component="a" {...props} />;

/*
 * paths.ts is the one authority on addresses and its builders return finished ones; the router's union of patterns
 * ("/kegiatan/$id") would refuse them, hence the casts.
 */
export const ButtonLink = createLink(ButtonBase) as unknown as ComponentType<ButtonProps & Native & Target>;

/** Goes to an address from paths.ts; for what happens after an action, where a link cannot be. */
export function useGo() {
  const router = useRouter();
  return (to: string, options: { search?: Record<string, unknown>; replace?: boolean } = {}) => {
    const { href } = router.buildLocation({ to, search: options.search ?? {} } as never);
    return router.navigate({ href, replace: options.replace ?? false });
  };
}
