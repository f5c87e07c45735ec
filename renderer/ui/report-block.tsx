import type { Block, Cell, Run } from '../../shared/contract/reports.ts'
import { picturePath } from '../../shared/domain/receipt-file.ts'
import { networkColours } from '../../shared/report/report-style.ts'
import { cx } from './class-names.ts'

export function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return runs.map(({ text, tone }, index) => {
    if (tone === undefined) return text
    return tone === 'aside' ? (
      <span key={index} className="aside">
        {text}
      </span>
    ) : (
      <b key={index} className={tone}>
        {text}
      </b>
    )
  })
}

export function ReportBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'text':
      return (
        <p className={cx(block.isSmall && 'small')}>
          <Runs runs={block.runs} />
        </p>
      )
    case 'list':
      return (
        <ul className={cx(block.hasMarks && 'has-marks')}>
          {block.items.map((runs, index) => (
            <li key={index}>
              <Runs runs={runs} />
            </li>
          ))}
        </ul>
      )
    case 'quote':
      return <p className="quote">{block.text}</p>
    case 'picture':
      return (
        <figure>
          <img src={picturePath(block.attachmentId)} alt={block.caption} />
          <figcaption>{block.caption}</figcaption>
        </figure>
      )
    case 'table':
      return <ReportTable block={block} />
    case 'signatures':
      return (
        <div className="signatures">
          {block.labels.map((label) => (
            <span key={label}>{label}</span>
          ))}
        </div>
      )
    case 'waterfall':
      return <Waterfall block={block} />
  }
}

function ReportTable({ block }: { readonly block: Extract<Block, { kind: 'table' }> }) {
  const { label, isText = false, columns, rows } = block
  const isNumber = (index: number) => columns[index]?.isNumber === true
  return (
    <table aria-label={label} className={cx(isText && 'is-text')}>
      <thead>
        <tr>
          {columns.map(({ header }, index) => (
            <th key={index} scope="col" className={cx(isNumber(index) && 'number')}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ isTotal, cells: [first, ...cells] }, row) => (
          <tr key={row} className={cx(isTotal && 'is-total')}>
            <th scope="row">{first && <CellText cell={first} />}</th>
            {cells.map((cell, index) => (
              <td key={index} className={cx(isNumber(index + 1) && 'number', cell.tone)}>
                <CellText cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function CellText({ cell }: { readonly cell: Cell }) {
  const { network, text } = cell
  if (network === undefined || network === null) return text
  return (
    <>
      <span className="dot" aria-hidden style={{ background: networkColours[network] }} />
      {text}
    </>
  )
}

const LINE = 12

/** The steps as a drawing: sharp at any resolution of a printer. */
function Waterfall({ block }: { readonly block: Extract<Block, { kind: 'waterfall' }> }) {
  const { label, width, height, zero, bars } = block
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {bars.map((bar, index) => {
        const middle = bar.x + bar.width / 2
        return (
          <g key={index}>
            <rect x={bar.x} y={bar.y} width={bar.width} height={bar.height} rx={2} className={`bar-${bar.tone}`} />
            <text x={middle} y={bar.valueY} className={`amount ${bar.tone}`}>
              {bar.value}
            </text>
            <text x={middle} y={height - LINE - 4}>
              {bar.label.split('\n').map((line, row) => (
                <tspan key={row} x={middle} dy={row === 0 ? 0 : LINE}>
                  {line}
                </tspan>
              ))}
            </text>
          </g>
        )
      })}
      <line x1={0} x2={width} y1={zero} y2={zero} />
    </svg>
  )
}
