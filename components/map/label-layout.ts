import RBush from 'rbush';
import type { PlaneBox } from './types';

/** A rectangle on the screen, CSS pixels. */
export interface ScreenBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Claim extends PlaneBox {
  readonly owner: string;
}

/**
 * Keeps texts from covering each other and other symbols. Boxes of one owner may overlap: a number stands close to its
 * own symbol.
 */
export class LabelLayout {
  private readonly claims = new RBush<Claim>();

  /** Claim all the boxes when each is free of other owners. @returns whether they were free */
  claim(boxes: readonly ScreenBox[], owner: string): boolean {
    const wanted = boxes.map((box) => claimOf(box, owner));
    const free = wanted.every((claim) => this.claims.search(claim).every((held) => held.owner === owner));
    if (free) for (const claim of wanted) this.claims.insert(claim);
    return free;
  }

  /** Claim the box whatever is there: a symbol that must be drawn. */
  force(box: ScreenBox, owner: string): void {
    this.claims.insert(claimOf(box, owner));
  }
}

function claimOf({ x, y, width, height }: ScreenBox, owner: string): Claim {
  return { minX: x, minY: y, maxX: x + width, maxY: y + height, owner };
}
