import type { ScaleBand } from 'd3-scale';

/** So many labels fit side by side. */
const MOST = 9;

/** Names of the bands below the chart; of many, as many as fit. */
export function BottomLabels({ scale, at }: { readonly scale: ScaleBand<string>; readonly at: number }) {
  const every = Math.ceil(scale.domain().length / MOST);
  return (
    <g class="axis">
      {scale
        .domain()
        .filter((_, i) => i % every === 0)
        .map((name) => (
          <text key={name} x={(scale(name) ?? 0) + scale.bandwidth() / 2} y={at} text-anchor="middle">
            {name}
          </text>
        ))}
    </g>
  );
}
