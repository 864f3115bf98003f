/**
 * A stretch of a document tree in which every origin in a field has the path of that field in the combined form:
 * "trich_yeu" of the second paper becomes "van_ban.1.trich_yeu". The tree is plain data; whatever says `type: 'field'` and
 * names a `path` is an origin.
 */
export function prefixOrigins<T>(tree: T, prefix: string): T {
  if (Array.isArray(tree)) return tree.map((item: unknown) => prefixOrigins(item, prefix)) as T;
  if (typeof tree !== 'object' || tree === null) return tree;
  const node = tree as Readonly<Record<string, unknown>>;
  if (node['type'] === 'field' && typeof node['path'] === 'string')
    return { ...node, path: prefix + node['path'] } as T;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, prefixOrigins(value, prefix)]),
  ) as T;
}
