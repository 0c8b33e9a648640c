/** Scrim's mark: a veil drawn half over a page. The same drawing as assets/icon/scrim.svg. */
export function Mark() {
  return (
    <svg class="brand" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect class="brand-page" x="3" y="4" width="26" height="24" rx="5" />
      <path class="brand-lines" d="M8 11h10M8 16h16M8 21h13" />
      <path
        class="brand-veil"
        d="M17 4h7a5 5 0 0 1 5 5v14a5 5 0 0 1-5 5H14c3.2-3.4 1-7.600 2.600-11.600C17.800 13.400 15.400 8.400 17 4Z"
      />
    </svg>
  );
}
