import { Component, type PropsWithChildren, type ReactNode } from "react";

type Props = PropsWithChildren<{ fallback: (error: unknown) => ReactNode }>;

/** Keeps a failure to the part that failed: one home card, one chart whose code did not arrive. */
export class Boundary extends Component<Props, { error: unknown }> {
  override state: { error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    return this.state.error === undefined ? this.props.children : this.props.fallback(this.state.error);
  }
}
