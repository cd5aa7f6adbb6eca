/** What the schema is written for; older servers have never been tried. */
const oldest = 15;

/** What is wrong with a server's version, as `server_version_num` tells it (160004 is 16.4); undefined when nothing is. */
export function versionProblem(serverVersionNum: number): string | undefined {
  const major = Math.floor(serverVersionNum / 10_000);
  return major >= oldest ? undefined : `PostgreSQL ${oldest} or newer is needed, this is ${major}`;
}
