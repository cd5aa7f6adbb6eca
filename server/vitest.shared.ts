/** Decorator metadata for Nest's injection, and the workspace's own packages from source, so that tests need no build. */
export const serverTestConfig = {
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  resolve: { conditions: ["source", "module", "node", "development|production"] },
  ssr: { resolve: { conditions: ["source", "module", "node", "development|production"] } },
};
