import type { ScaleLinear } from 'd3-scale';

interface AxisProps {
  readonly scale: ScaleLinear<number, number>;
  readonly ticks?: number;
  /** Where the lines across begin and end. */
  readonly from: number;
  readonly to: number;
}

/** Horizontal lines with their values at the left. */
export function LeftAxis({ scale, ticks = 4, from, to }: AxisProps) {
  const format = scale.tickFormat(ticks);
  return (
    <g class="axis">
      {scale.ticks(ticks).map((value) => (
        <g key={value} transform={`translate(0 ${scale(value)})`}>
          <line x1={from} x2={to} />
          <text x={from - 6} dy="0.32em" text-anchor="end">
            {format(value)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Vertical lines with their values below. */
export function BottomAxis({ scale, ticks = 6, from, to }: AxisProps) {
  const format = scale.tickFormat(ticks);
  return (
    <g class="axis">
      {scale.ticks(ticks).map((value) => (
        <g key={value} transform={`translate(${scale(value)} 0)`}>
          <line y1={from} y2={to} />
          <text y={to + 15} text-anchor="middle">
            {format(value)}
          </text>
        </g>
      ))}
    </g>
  );
}
