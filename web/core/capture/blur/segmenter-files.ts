import binarypb from '@mediapipe/selfie_segmentation/selfie_segmentation.binarypb?url'
import script from '@mediapipe/selfie_segmentation/selfie_segmentation.js?url'
import landscape from '@mediapipe/selfie_segmentation/selfie_segmentation_landscape.tflite?url'
import simdScript from '@mediapipe/selfie_segmentation/selfie_segmentation_solution_simd_wasm_bin.js?url'
import simdProgram from '@mediapipe/selfie_segmentation/selfie_segmentation_solution_simd_wasm_bin.wasm?url'
import plainScript from '@mediapipe/selfie_segmentation/selfie_segmentation_solution_wasm_bin.js?url'
import plainProgram from '@mediapipe/selfie_segmentation/selfie_segmentation_solution_wasm_bin.wasm?url'

/** The script that begins the others. */
export const SEGMENTER_SCRIPT = script

const FILES: Readonly<Record<string, string>> = {
  'selfie_segmentation.binarypb': binarypb,
  'selfie_segmentation_landscape.tflite': landscape,
  'selfie_segmentation_solution_simd_wasm_bin.js': simdScript,
  'selfie_segmentation_solution_simd_wasm_bin.wasm': simdProgram,
  'selfie_segmentation_solution_wasm_bin.js': plainScript,
  'selfie_segmentation_solution_wasm_bin.wasm': plainProgram,
}

/** Where our own origin has a file of MediaPipe's. Throws where it has none. */
export function segmenterFile(name: string): string {
  const address = FILES[name]
  if (address === undefined) throw new Error(`MediaPipe asks for ${name}, which is not served`)
  return address
}
