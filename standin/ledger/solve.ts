/** A figure that must come out: `base` plus what each variable adds to it, within `slack` of `wanted`. */
export interface Equation {
  readonly name: string;
  readonly wanted: number;
  readonly terms: readonly (readonly [variable: number, factor: number])[];
}

const MAX_SWEEPS = 4_000;

/**
 * Moves variables as little as needed until every equation holds within its slack, by projecting on each that does not (Agmon, Motzkin).
 * Throws when it does not come to rest: there is then hardly a solution.
 */
export function relax(start: readonly number[], equations: readonly Equation[], slack: number): readonly number[] {
  const at = [...start];
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep += 1) {
    let worst = 0;
    for (const { wanted, terms } of equations) {
      let value = 0;
      let norm = 0;
      for (const [variable, factor] of terms) {
        value += factor * at[variable]!;
        norm += factor * factor;
      }
      const beyond = Math.abs(value - wanted) - slack;
      if (beyond <= 0) continue;
      worst = Math.max(worst, norm === 0 ? Infinity : beyond);
      const step = (Math.sign(wanted - value) * (beyond + slack / 100)) / norm;
      for (const [variable, factor] of terms) at[variable]! += step * factor;
    }
    if (worst === 0) return at;
    if (worst === Infinity) throw new Error('a figure that nothing adds to');
  }
  const open = equations
    .map((equation) => ({
      equation,
      beyond:
        Math.abs(
          equation.terms.reduce((sum, [variable, factor]) => sum + factor * at[variable]!, 0) - equation.wanted,
        ) - slack,
    }))
    .filter(({ beyond }) => beyond > 0)
    .sort((left, right) => right.beyond - left.beyond)
    .slice(0, 12)
    .map(({ equation, beyond }) => `${equation.name}: ${beyond.toFixed(1)}`);
  throw new Error(`no amounts found that give every printed figure:\n${open.join('\n')}`);
}
