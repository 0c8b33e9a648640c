/** Paths on a 16 by 16 grid, drawn with the text's colour. */
const paths = {
  alert: 'M8 1.8 15 14H1L8 1.8Zm0 4.4v4M8 12v.2',
  question:
    'M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4ZM6.2 6.3a1.8 1.8 0 1 1 2.7 1.6c-.6.3-.9.7-.9 1.3M8 11.4v.2',
  check: 'M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4ZM5.2 8.2l2 2 3.6-4.2',
  target: 'M8 12.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM8 1v4M8 11v4M1 8h4M11 8h4',
  undo: 'M5.5 3 2.5 6l3 3M2.8 6h6.4a4 4 0 0 1 0 8H6',
  redo: 'M10.5 3l3 3-3 3M13.2 6H6.8a4 4 0 0 0 0 8H10',
  refresh: 'M13.5 8A5.5 5.5 0 1 1 11.6 3.8M13.6 1.6v3h-3',
  down: 'M4 6.2 8 10l4-3.8',
  wait: 'M3.4 8h.2M7.900 8h.2M12.400 8h.2',
  close: 'M4 4l8 8M12 4l-8 8',
  plus: 'M8 3v10M3 8h10',
  file: 'M8 2v8M4.8 7 8 10.2 11.2 7M2.5 13.5h11',
  gear: 'M2 4.5h6M12 4.5h2M2 11.5h2M8 11.5h6M10 6.3a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6ZM6 13.3a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Z',
} as const;

export type IconName = keyof typeof paths;

/** Decoration only: whoever uses it gives the words. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
