import type { BoxKind } from './overlayKinds.ts';

/** How one kind is drawn. Colours are CSS colours; system colours under forced colours. */
export interface BoxLook {
  readonly color: string;
  /** Width of the line in CSS pixels. */
  readonly line: number;
  /** Dash pattern; [] for a solid line. */
  readonly dash: readonly number[];
  readonly fill: 'none' | 'stripes' | 'dots' | 'tint';
  /** A sign in the corner. */
  readonly sign?: string;
  /** A second line inside the first. */
  readonly double?: boolean;
}

export interface OverlayTheme {
  readonly looks: Record<BoxKind, BoxLook>;
  /** Lies under every line, so that it stands out on light and on dark pages. */
  readonly halo: string;
  /** Opacity of the patterns, 0..1. */
  readonly strength: number;
  readonly key: string;
}

export interface OverlayPreferences {
  readonly forcedColors: boolean;
  readonly moreContrast: boolean;
}

const looks: Record<BoxKind, BoxLook> = {
  excluded: { color: '#1b1b2f', line: 1, dash: [], fill: 'stripes' },
  masked: { color: '#1d3f8f', line: 1, dash: [], fill: 'dots' },
  unknown: { color: '#7a4300', line: 2, dash: [7, 5], fill: 'none' },
  leaking: { color: '#b3001b', line: 3, dash: [], fill: 'none', sign: '!' },
  preview: { color: '#00646e', line: 1.5, dash: [], fill: 'tint', double: true },
  include: { color: '#0b6623', line: 2, dash: [], fill: 'tint', sign: '+' },
  exclude: { color: '#8f1d4f', line: 2, dash: [3, 3], fill: 'tint', sign: '\u2212' },
  hover: { color: '#0b57d0', line: 2, dash: [], fill: 'tint' },
  flash: { color: '#b3001b', line: 5, dash: [], fill: 'none' },
};

/** The same lines and patterns for everybody; heavier with more contrast, in system colours when those are forced. */
export function overlayTheme(preferences: OverlayPreferences): OverlayTheme {
  const { forcedColors, moreContrast } = preferences;
  if (!forcedColors && !moreContrast) return { looks, halo: '#ffffff', strength: 0.72, key: 'normal' };
  const heavier = Object.fromEntries(
    Object.entries(looks).map(([kind, look]) => [
      kind,
      { ...look, line: look.line + 1, color: forcedColors ? 'CanvasText' : look.color },
    ]),
  ) as Record<BoxKind, BoxLook>;
  const halo = forcedColors ? 'Canvas' : '#ffffff';
  return { looks: heavier, halo, strength: 0.9, key: forcedColors ? 'forced' : 'contrast' };
}
