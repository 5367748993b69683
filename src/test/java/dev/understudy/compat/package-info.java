/// Asks the reference and our engine the same questions and compares the answers byte by byte.
package dev.understudy.compat;
