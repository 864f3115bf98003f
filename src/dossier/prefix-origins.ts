/**
 * A stretch of a document tree in which every origin in a field has the path of that field in the combined form:
 * "trich_yeu" of the second paper becomes "van_ban.1.trich_yeu". The tree is plain data; whatever says `type: 'field'` and
 * names a `path` is an origin. What has none in it stays the same object.
 */
export function prefixOrigins<T>(tree: T, prefix: string): T {
  if (typeof tree !== 'object' || tree === null) return tree;
  if (Array.isArray(tree)) {
    const items = tree.map((item: unknown) => prefixOrigins(item, prefix));
    return items.some((item, at) => item !== tree[at]) ? (items as T) : tree;
  }
  const node = tree as Readonly<Record<string, unknown>>;
  if (node['type'] === 'field' && typeof node['path'] === 'string')
    return { ...node, path: prefix + node['path'] } as T;
  let changed: Record<string, unknown> | undefined;
  for (const key of Object.keys(node)) {
    const value = prefixOrigins(node[key], prefix);
    if (value === node[key]) continue;
    changed ??= { ...node };
    changed[key] = value;
  }
  return (changed ?? node) as T;
}
