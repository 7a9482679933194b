/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bytes.h: eight bytes of text at a time, as one number whose lowest byte is the first. What is found is told by marks:
 * the top bit of each byte that was meant. A marked byte is never taken for its neighbour: all answers are exact.
 */
#pragma once

#include <glib.h>
#include <stdint.h>
#include <string.h>

G_BEGIN_DECLS

/* @byte eight times */
#define DD_BYTES_ALL(byte) (UINT64_C(0x0101010101010101) * (uint8_t)(byte))
#define DD_BYTES_MARKS DD_BYTES_ALL(0x80)

/* Returns: the eight bytes at @at */
static inline uint64_t
dd_bytes_load(const char *at)
{
	uint64_t bytes;
	memcpy(&bytes, at, sizeof(bytes));
	return GUINT64_FROM_LE(bytes);
}

/* Returns: marks of the bytes under @limit, which is 1 to 0x80 */
static inline uint64_t
dd_bytes_under(uint64_t bytes, uint8_t limit)
{
	return ~(((bytes & ~DD_BYTES_MARKS) + DD_BYTES_ALL(0x80 - limit)) | bytes) & DD_BYTES_MARKS;
}

/* Returns: marks of the bytes that are @byte, which is under 0x80 */
static inline uint64_t
dd_bytes_equal(uint64_t bytes, uint8_t byte)
{
	return dd_bytes_under(bytes ^ DD_BYTES_ALL(byte), 1);
}

/* Returns: index of the first byte with a mark, 8 when there is none */
static inline unsigned
dd_bytes_first(uint64_t marks)
{
	return marks != 0 ? (unsigned)__builtin_ctzll(marks) / 8 : 8;
}

/* Returns: the bytes before the first one with a mark, zeros behind them; one has a mark */
static inline uint64_t
dd_bytes_before(uint64_t bytes, uint64_t marks)
{
	return bytes & (marks ^ (marks - 1)) >> 8;
}

/* Returns: how many bytes have a mark */
static inline unsigned
dd_bytes_count(uint64_t marks)
{
	return (unsigned)(((marks >> 7) * DD_BYTES_ALL(1)) >> 56);
}

G_END_DECLS
