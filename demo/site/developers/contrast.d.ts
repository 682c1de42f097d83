export function contrast(one: string, other: string): number;
export function mended(colour: string, against: readonly string[], least?: number): string | undefined;
export function smallPrint(ink: string, surface: string): number;
export function mendedInk(ink: string, surface: string): string;
export function inkOn(colour: string): string;
