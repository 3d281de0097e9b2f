import path from 'node:path';

/** Which folder imports which: a folder is the modules that stand in it, not those of the folders within it. */
function folderGraph(modules) {
  const graph = new Map();
  for (const { source, dependencies } of modules) {
    const from = path.posix.dirname(source);
    for (const { resolved, followable } of dependencies) {
      const to = path.posix.dirname(resolved);
      if (!followable || to === from) continue;
      graph.set(from, (graph.get(from) ?? new Set()).add(to));
    }
  }
  return graph;
}

/**
 * Folders that import each other, along any way, as groups; those of a folder and the folders within it included, which the folder rules of
 * dependency-cruiser do not see. Tarjan's strongly connected components.
 */
export function folderCycles(modules) {
  const graph = folderGraph(modules);
  const [index, low, stack, groups] = [new Map(), new Map(), [], []];
  const visit = (folder) => {
    index.set(folder, index.size);
    low.set(folder, index.get(folder));
    stack.push(folder);
    for (const next of graph.get(folder) ?? []) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(folder, Math.min(low.get(folder), low.get(next)));
    }
    if (low.get(folder) !== index.get(folder)) return;
    const group = stack.splice(stack.indexOf(folder));
    if (group.length > 1) groups.push(group.sort());
  };
  for (const folder of graph.keys()) if (!index.has(folder)) visit(folder);
  return groups;
}
