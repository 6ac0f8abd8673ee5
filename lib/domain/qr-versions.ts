/** What a version of QR codes holds at level M (ISO/IEC 18004, tables 9 and E.1). */
export interface QrVersion {
  /** From 1; the code is 4 squares wider than the one before. */
  readonly version: number;
  /** Bytes of data in each block. */
  readonly blocks: readonly number[];
  /** Bytes of check behind each block. */
  readonly checkBytes: number;
  /** Bytes of data of all blocks. */
  readonly dataBytes: number;
  /** Where the centres of the small marks lie, across and down. */
  readonly alignments: readonly number[];
}

type Row = readonly [
  checkBytes: number,
  blocks: readonly (readonly [count: number, bytes: number])[],
  alignments: readonly number[],
];

const ROWS: readonly Row[] = [
  [10, [[1, 16]], []],
  [16, [[1, 28]], [6, 18]],
  [26, [[1, 44]], [6, 22]],
  [18, [[2, 32]], [6, 26]],
  [24, [[2, 43]], [6, 30]],
  [16, [[4, 27]], [6, 34]],
  [18, [[4, 31]], [6, 22, 38]],
  [
    22,
    [
      [2, 38],
      [2, 39],
    ],
    [6, 24, 42],
  ],
  [
    22,
    [
      [3, 36],
      [2, 37],
    ],
    [6, 26, 46],
  ],
  [
    26,
    [
      [4, 43],
      [1, 44],
    ],
    [6, 28, 50],
  ],
  [
    30,
    [
      [1, 50],
      [4, 51],
    ],
    [6, 30, 54],
  ],
  [
    22,
    [
      [6, 36],
      [2, 37],
    ],
    [6, 32, 58],
  ],
  [
    22,
    [
      [8, 37],
      [1, 38],
    ],
    [6, 34, 62],
  ],
];

/** The versions from 1, each larger than the one before. */
export const QR_VERSIONS: readonly QrVersion[] = ROWS.map(([checkBytes, groups, alignments], i) => {
  const blocks = groups.flatMap(([count, bytes]) => Array.from({ length: count }, () => bytes));
  return {
    version: i + 1,
    blocks,
    checkBytes,
    dataBytes: blocks.reduce((sum, bytes) => sum + bytes, 0),
    alignments,
  };
});
