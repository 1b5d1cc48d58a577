/** A reduction as per cent with one decimal; what grew has a minus. */
export function signed(share: number | null | undefined): string {
  return share === null || share === undefined ? '–' : `${(share * 100).toFixed(1)} %`
}
