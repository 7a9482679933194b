/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dict.h"

#include <stdint.h>
#include <string.h>
#include <sys/auxv.h>

#include "bytes.h"

#define PRIME ((UINT64_C(1) << 61) - 1)
#define STEP ((size_t)7) /* bytes that are surely under the prime */
#define STEP_MASK ((UINT64_C(1) << 8 * STEP) - 1)

__extension__ typedef unsigned __int128 Wide;

/* What is left of @number by the prime, or that and the prime once more */
static inline uint64_t
reduce(Wide number)
{
	uint64_t sum = (uint64_t)(number & PRIME) + (uint64_t)(number >> 61);
	return (sum & PRIME) + (sum >> 61);
}

/*
 * The kernel gives each process sixteen random bytes (getauxval(3), AT_RANDOM): no system call that a sandbox might forbid or that could
 * fail. The C library guards its stack and its pointers with them, hence not as they are.
 */
static uint64_t
get_key(void)
{
	static uint64_t key; /* all who come first draw the same */
	uint64_t known = __atomic_load_n(&key, __ATOMIC_RELAXED);
	if (G_LIKELY(known != 0))
		return known;
	union {
		unsigned long number;
		const char *bytes;
	} at = {getauxval(AT_RANDOM)};
	uint64_t random[2];
	memcpy(random, at.bytes, sizeof(random));
	known = reduce((Wide)random[0] * (random[1] | 1)) | 1;
	__atomic_store_n(&key, known, __ATOMIC_RELAXED);
	return known;
}

guint
dd_dict_hash(const void *bytes, size_t len)
{
	const char *at = bytes;
	uint64_t key = get_key(), hash = len;
	for (; len > STEP; at += STEP, len -= STEP)
		hash = reduce((Wide)(hash + (dd_bytes_load(at) & STEP_MASK)) * key);
	uint64_t rest = 0;
	memcpy(&rest, at, len);
	hash = reduce((Wide)(hash + rest) * key);
	return (guint)(hash ^ hash >> 32);
}

static guint
hash_name(gconstpointer name)
{
	return dd_dict_hash(name, strlen(name));
}

GHashTable *
dd_dict_new(GDestroyNotify free_key, GDestroyNotify free_value)
{
	return g_hash_table_new_full(hash_name, g_str_equal, free_key, free_value);
}

static guint
hash_number(gconstpointer number)
{
	return dd_dict_hash(&number, sizeof(number));
}

GHashTable *
dd_dict_new_of_numbers(void)
{
	return g_hash_table_new(hash_number, NULL);
}
