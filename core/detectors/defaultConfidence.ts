/** Detections below this are not reported. Detectors set what they doubt below it and what they mean above it. */
export const defaultConfidence = 0.5;
