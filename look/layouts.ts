/** Where the leads stand on the paper, as data. A band is what one sweep crosses; its leads stand below each other. */
export interface LayoutBand {
  readonly column: number;
  readonly columns: number;
  readonly row: number;
  readonly leads: readonly string[];
}

export interface Layout {
  readonly id: string;
  /** For people. */
  readonly name: string;
  readonly columns: number;
  readonly rows: number;
  readonly bands: readonly LayoutBand[];
}

const LIMB = ['I', 'II', 'III', 'aVR', 'aVL', 'aVF'];
const CHEST = ['V1', 'V2', 'V3', 'V4', 'V5', 'V6'];

/** Leads below each other in one column, each as wide as the paper. */
export function stackedLayout(id: string, leads: readonly string[]): Layout {
  return { id, name: id, columns: 1, rows: leads.length, bands: [{ column: 0, columns: 1, row: 0, leads }] };
}

function columnsOf(groups: readonly (readonly string[])[]): LayoutBand[] {
  return groups.map((leads, column) => ({ column, columns: 1, row: 0, leads }));
}

export const LAYOUT_12X1: Layout = stackedLayout('12:1', [...LIMB, ...CHEST]);

export const LAYOUT_6X2: Layout = { id: '6:2', name: '6:2', columns: 2, rows: 6, bands: columnsOf([LIMB, CHEST]) };

/** Four columns of three at the same instant, above a rhythm strip of lead II over the whole width. */
export const LAYOUT_4X3: Layout = {
  id: '4x3',
  name: '4×3',
  columns: 4,
  rows: 4,
  bands: [
    ...columnsOf([LIMB.slice(0, 3), LIMB.slice(3), CHEST.slice(0, 3), CHEST.slice(3)]),
    { column: 0, columns: 4, row: 3, leads: ['II'] },
  ],
};

export const LAYOUTS: readonly Layout[] = [LAYOUT_12X1, LAYOUT_6X2, LAYOUT_4X3];
