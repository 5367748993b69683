/// Measures our listener beside its peers, in one run: `bench/engine`.
package dev.understudy.speed;
