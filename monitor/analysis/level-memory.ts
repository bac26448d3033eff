/** The last few peaks of one kind, per lead, so that their typical height can be asked for under any weighting of the leads. */
export interface LevelMemory {
  push(heights: Float64Array, at: number): void;
  scale(factor: number): void;
  /** Median over the memory of the weighted sum of the leads; 0 while empty. */
  fused(weights: Float64Array): number;
  ofLead(lead: number): number;
  clear(): void;
}

export function createLevelMemory({ leads, depth }: { leads: number; depth: number }): LevelMemory {
  const rows = new Float64Array(depth * leads);
  const sorted = new Float64Array(depth);
  let next = 0;
  let length = 0;

  function push(heights: Float64Array, at: number): void {
    for (let lead = 0; lead < leads; lead += 1) rows[next * leads + lead] = heights[at + lead]!;
    next = (next + 1) % depth;
    if (length < depth) length += 1;
  }

  /** Insertion sort: the memory is a handful of numbers. */
  function insert(value: number, used: number): void {
    let place = used;
    while (place > 0 && sorted[place - 1]! > value) {
      sorted[place] = sorted[place - 1]!;
      place -= 1;
    }
    sorted[place] = value;
  }

  const median = (): number => (length === 0 ? 0 : (sorted[(length - 1) >> 1]! + sorted[length >> 1]!) / 2);

  return {
    push,
    scale(factor) {
      for (let i = 0; i < rows.length; i += 1) rows[i]! *= factor;
    },
    fused(weights) {
      for (let row = 0; row < length; row += 1) {
        let sum = 0;
        for (let lead = 0; lead < leads; lead += 1) sum += weights[lead]! * rows[row * leads + lead]!;
        insert(sum, row);
      }
      return median();
    },
    ofLead(lead) {
      for (let row = 0; row < length; row += 1) insert(rows[row * leads + lead]!, row);
      return median();
    },
    clear() {
      next = 0;
      length = 0;
    },
  };
}
