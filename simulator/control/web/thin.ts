/**
 * Fewer samples for a picture that has no more pixels: of every `factor` samples the lowest and the highest, in their order, so that no
 * peak is lost. The result has the rate 2 / factor of the input. A bucket without a sample keeps the kind of its break.
 */
export function thin(samples: Float32Array, factor: number): Float32Array {
  if (factor <= 2) return samples;
  const buckets = Math.floor(samples.length / factor);
  const out = new Float32Array(2 * buckets);
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const from = bucket * factor;
    let low = -1;
    let high = -1;
    for (let i = from; i < from + factor; i += 1) {
      if (!Number.isFinite(samples[i]!)) continue;
      if (low < 0 || samples[i]! < samples[low]!) low = i;
      if (high < 0 || samples[i]! > samples[high]!) high = i;
    }
    out[2 * bucket] = low < 0 ? samples[from]! : samples[Math.min(low, high)]!;
    out[2 * bucket + 1] = low < 0 ? samples[from]! : samples[Math.max(low, high)]!;
  }
  return out;
}
