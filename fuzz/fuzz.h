/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz.h: the one function that every harness defines; libFuzzer or fuzz-main.c calls it */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* Feeds @size bytes of @data to the code under test. Returns: 0 */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
