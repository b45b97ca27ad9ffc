;; The inner loops of the network, four floats at a time. Compiled by training/compile-kernel.ts.
;; All pointers and strides are in bytes, all of them multiples of 16.
(module
  (memory (export "memory") 1)

  ;; y += W x. W is packed in blocks of 16 rows: [rows / 16][columns][16].
  (func $accumulate (export "accumulate")
    (param $w i32) (param $x i32) (param $y i32) (param $rows i32) (param $columns i32)
    (local $yEnd i32) (local $p i32) (local $pEnd i32) (local $s v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $yEnd (i32.add (local.get $y) (i32.shl (local.get $rows) (i32.const 2))))
    (local.set $pEnd (i32.add (local.get $x) (i32.shl (local.get $columns) (i32.const 2))))
    (loop $block
      (local.set $a (v128.load (local.get $y)))
      (local.set $b (v128.load offset=16 (local.get $y)))
      (local.set $c (v128.load offset=32 (local.get $y)))
      (local.set $d (v128.load offset=48 (local.get $y)))
      (local.set $p (local.get $x))
      (loop $column
        (local.set $s (v128.load32_splat (local.get $p)))
        (local.set $a (f32x4.add (local.get $a) (f32x4.mul (local.get $s) (v128.load (local.get $w)))))
        (local.set $b (f32x4.add (local.get $b) (f32x4.mul (local.get $s) (v128.load offset=16 (local.get $w)))))
        (local.set $c (f32x4.add (local.get $c) (f32x4.mul (local.get $s) (v128.load offset=32 (local.get $w)))))
        (local.set $d (f32x4.add (local.get $d) (f32x4.mul (local.get $s) (v128.load offset=48 (local.get $w)))))
        (local.set $w (i32.add (local.get $w) (i32.const 64)))
        (br_if $column (i32.lt_u (local.tee $p (i32.add (local.get $p) (i32.const 4))) (local.get $pEnd))))
      (v128.store (local.get $y) (local.get $a))
      (v128.store offset=16 (local.get $y) (local.get $b))
      (v128.store offset=32 (local.get $y) (local.get $c))
      (v128.store offset=48 (local.get $y) (local.get $d))
      (br_if $block (i32.lt_u (local.tee $y (i32.add (local.get $y) (i32.const 64))) (local.get $yEnd)))))

  ;; y += (W x) * scale for W and x of 16-bit integers, summed in 32 bits, which must be enough. W is packed
  ;; in blocks of 16 rows and pairs of columns: [rows / 16][columns / 2][16][2].
  (func $accumulate16
    (param $w i32) (param $x i32) (param $y i32) (param $rows i32) (param $columns i32) (param $scale v128)
    (local $yEnd i32) (local $p i32) (local $pEnd i32) (local $s v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $yEnd (i32.add (local.get $y) (i32.shl (local.get $rows) (i32.const 2))))
    (local.set $pEnd (i32.add (local.get $x) (i32.shl (local.get $columns) (i32.const 1))))
    (loop $block
      (local.set $a (v128.const i32x4 0 0 0 0))
      (local.set $b (v128.const i32x4 0 0 0 0))
      (local.set $c (v128.const i32x4 0 0 0 0))
      (local.set $d (v128.const i32x4 0 0 0 0))
      (local.set $p (local.get $x))
      (loop $pair
        (local.set $s (v128.load32_splat (local.get $p)))
        (local.set $a (i32x4.add (local.get $a) (i32x4.dot_i16x8_s (local.get $s) (v128.load (local.get $w)))))
        (local.set $b (i32x4.add (local.get $b) (i32x4.dot_i16x8_s (local.get $s) (v128.load offset=16 (local.get $w)))))
        (local.set $c (i32x4.add (local.get $c) (i32x4.dot_i16x8_s (local.get $s) (v128.load offset=32 (local.get $w)))))
        (local.set $d (i32x4.add (local.get $d) (i32x4.dot_i16x8_s (local.get $s) (v128.load offset=48 (local.get $w)))))
        (local.set $w (i32.add (local.get $w) (i32.const 64)))
        (br_if $pair (i32.lt_u (local.tee $p (i32.add (local.get $p) (i32.const 4))) (local.get $pEnd))))
      (v128.store (local.get $y) (f32x4.add (v128.load (local.get $y)) (f32x4.mul (local.get $scale) (f32x4.convert_i32x4_s (local.get $a)))))
      (v128.store offset=16 (local.get $y) (f32x4.add (v128.load offset=16 (local.get $y)) (f32x4.mul (local.get $scale) (f32x4.convert_i32x4_s (local.get $b)))))
      (v128.store offset=32 (local.get $y) (f32x4.add (v128.load offset=32 (local.get $y)) (f32x4.mul (local.get $scale) (f32x4.convert_i32x4_s (local.get $c)))))
      (v128.store offset=48 (local.get $y) (f32x4.add (v128.load offset=48 (local.get $y)) (f32x4.mul (local.get $scale) (f32x4.convert_i32x4_s (local.get $d)))))
      (br_if $block (i32.lt_u (local.tee $y (i32.add (local.get $y) (i32.const 64))) (local.get $yEnd)))))

  ;; y += x over so many bytes, a multiple of 16.
  (func (export "add") (param $x i32) (param $y i32) (param $bytes i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $y) (local.get $bytes)))
    (loop $next
      (v128.store (local.get $y) (f32x4.add (v128.load (local.get $y)) (v128.load (local.get $x))))
      (local.set $x (i32.add (local.get $x) (i32.const 16)))
      (br_if $next (i32.lt_u (local.tee $y (i32.add (local.get $y) (i32.const 16))) (local.get $end)))))

  ;; tanh by the rational approximation of Eigen (degree 13 over 6), right to a few units in the last place.
  (func $tanh (param $x v128) (result v128)
    (local $q v128) (local $p v128)
    (local.set $x (f32x4.min (f32x4.max (local.get $x) (f32x4.splat (f32.const -7.905311))) (f32x4.splat (f32.const 7.905311))))
    (local.set $q (f32x4.mul (local.get $x) (local.get $x)))
    (local.set $p (f32x4.add (f32x4.mul (local.get $q) (f32x4.splat (f32.const -2.76076847742355e-16))) (f32x4.splat (f32.const 2.00018790482477e-13))))
    (local.set $p (f32x4.add (f32x4.mul (local.get $q) (local.get $p)) (f32x4.splat (f32.const -8.60467152213735e-11))))
    (local.set $p (f32x4.add (f32x4.mul (local.get $q) (local.get $p)) (f32x4.splat (f32.const 5.12229709037114e-8))))
    (local.set $p (f32x4.add (f32x4.mul (local.get $q) (local.get $p)) (f32x4.splat (f32.const 1.48572235717979e-5))))
    (local.set $p (f32x4.add (f32x4.mul (local.get $q) (local.get $p)) (f32x4.splat (f32.const 6.37261928875436e-4))))
    (local.set $p (f32x4.add (f32x4.mul (local.get $q) (local.get $p)) (f32x4.splat (f32.const 4.89352455891786e-3))))
    (local.set $p (f32x4.mul (local.get $p) (local.get $x)))
    (f32x4.div
      (local.get $p)
      (f32x4.add (f32x4.mul (local.get $q)
        (f32x4.add (f32x4.mul (local.get $q)
          (f32x4.add (f32x4.mul (local.get $q) (f32x4.splat (f32.const 1.19825839466702e-6))) (f32x4.splat (f32.const 1.18534705686654e-4))))
          (f32x4.splat (f32.const 2.26843463243900e-3))))
        (f32x4.splat (f32.const 4.89352518554385e-3)))))

  (func $sigmoid (param $x v128) (result v128)
    (f32x4.add (f32x4.splat (f32.const 0.5)) (f32x4.mul (f32x4.splat (f32.const 0.5))
      (call $tanh (f32x4.mul (local.get $x) (f32x4.splat (f32.const 0.5)))))))

  ;; One direction of an LSTM over $steps rows. $gates points at the first step's four gates (input,
  ;; forget, cell, output: PyTorch's order), already holding W x + b; they are used up. Strides are
  ;; negative to run backwards. $cell must be zero on entry. $w holds 16-bit integers, $scale what one is worth
  ;; times a state of one step; $state is room for $hidden states of 16 bits, in steps of 1 / 16384.
  (func (export "lstm")
    (param $gates i32) (param $gateStride i32) (param $w i32) (param $cell i32)
    (param $out i32) (param $outStride i32) (param $hidden i32) (param $steps i32)
    (param $state i32) (param $scale f32)
    (local $bytes i32) (local $j i32) (local $g i32) (local $c v128) (local $first i32)
    (local.set $bytes (i32.shl (local.get $hidden) (i32.const 2)))
    (local.set $first (i32.const 1))
    (loop $step
      (if (i32.eqz (local.get $first))
        (then (call $accumulate16 (local.get $w) (local.get $state) (local.get $gates)
          (i32.shl (local.get $hidden) (i32.const 2)) (local.get $hidden) (f32x4.splat (local.get $scale)))))
      (local.set $first (i32.const 0))
      (local.set $j (i32.const 0))
      (loop $unit
        (local.set $g (i32.add (local.get $gates) (local.get $j)))
        (local.set $c (f32x4.mul
          (call $sigmoid (v128.load (local.get $g)))
          (call $tanh (v128.load (i32.add (local.get $g) (i32.shl (local.get $bytes) (i32.const 1)))))))
        (local.set $c (f32x4.add (local.get $c) (f32x4.mul
          (call $sigmoid (v128.load (i32.add (local.get $g) (local.get $bytes))))
          (v128.load (i32.add (local.get $cell) (local.get $j))))))
        (v128.store (i32.add (local.get $cell) (local.get $j)) (local.get $c))
        (local.set $c (f32x4.mul
          (call $sigmoid (v128.load (i32.add (local.get $g) (i32.mul (local.get $bytes) (i32.const 3)))))
          (call $tanh (local.get $c))))
        (v128.store (i32.add (local.get $out) (local.get $j)) (local.get $c))
        (local.set $c (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (local.get $c) (f32x4.splat (f32.const 16384))))))
        (v128.store64_lane 0 (i32.add (local.get $state) (i32.shr_u (local.get $j) (i32.const 1)))
          (i16x8.narrow_i32x4_s (local.get $c) (local.get $c)))
        (br_if $unit (i32.lt_u (local.tee $j (i32.add (local.get $j) (i32.const 16))) (local.get $bytes))))
      (local.set $gates (i32.add (local.get $gates) (local.get $gateStride)))
      (local.set $out (i32.add (local.get $out) (local.get $outStride)))
      (br_if $step (local.tee $steps (i32.sub (local.get $steps) (i32.const 1)))))))
