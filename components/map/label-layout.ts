/** A rectangle on the screen, CSS pixels. */
export interface ScreenBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Claim {
  readonly box: ScreenBox;
  readonly owner: string;
}

const BUCKET = 64;

/**
 * Keeps texts from covering each other and other symbols. Boxes lie in square buckets, so that thousands of questions
 * stay cheap. Boxes of one owner may overlap: a number stands close to its own symbol.
 */
export class LabelLayout {
  private readonly buckets = new Map<string, Claim[]>();

  /** Claim all the boxes when each is free of other owners. @returns whether they were free */
  claim(boxes: readonly ScreenBox[], owner: string): boolean {
    const free = boxes.every((box) =>
      keysOf(box).every((key) =>
        (this.buckets.get(key) ?? []).every((claim) => claim.owner === owner || !overlap(box, claim.box)),
      ),
    );
    if (free) for (const box of boxes) this.force(box, owner);
    return free;
  }

  /** Claim the box whatever is there: a symbol that must be drawn. */
  force(box: ScreenBox, owner: string): void {
    for (const key of keysOf(box)) {
      const bucket = this.buckets.get(key);
      if (bucket) bucket.push({ box, owner });
      else this.buckets.set(key, [{ box, owner }]);
    }
  }
}

function keysOf({ x, y, width, height }: ScreenBox): string[] {
  const keys: string[] = [];
  for (let column = Math.floor(x / BUCKET); column <= Math.floor((x + width) / BUCKET); column += 1) {
    for (let row = Math.floor(y / BUCKET); row <= Math.floor((y + height) / BUCKET); row += 1) {
      keys.push(`${column} ${row}`);
    }
  }
  return keys;
}

function overlap(a: ScreenBox, b: ScreenBox): boolean {
  return a.x < b.x + b.width && a.x + a.width > b.x && a.y < b.y + b.height && a.y + a.height > b.y;
}
