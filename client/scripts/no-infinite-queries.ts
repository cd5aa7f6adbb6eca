/** In place of the query library's way of fetching page after page: no list here is endless, and it imports that way for every query. */
export function infiniteQueryBehavior(): never {
  throw new Error("Endless lists are not part of this build; see notForUs in vite.config.ts.");
}
export const hasNextPage = infiniteQueryBehavior;
export const hasPreviousPage = infiniteQueryBehavior;
