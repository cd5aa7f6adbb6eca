import type { Plugin } from "vite";

/** Writes which module landed in which chunk: the budget script looks there for what a candidate must never download. */
export function moduleList(): Plugin {
  return {
    name: "kompeten:module-list",
    apply: "build",
    generateBundle(_options, bundle) {
      const modules: Record<string, string[]> = {};
      for (const [file, output] of Object.entries(bundle)) {
        if (output.type === "chunk") modules[file] = Object.keys(output.modules);
      }
      this.emitFile({ type: "asset", fileName: ".vite/modules.json", source: JSON.stringify(modules) });
    },
  };
}
