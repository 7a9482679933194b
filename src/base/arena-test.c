/* SPDX-License-Identifier: GPL-3.0-or-later */
/* arena-test.c: blocks of an arena are aligned, zeroed, apart from each other, and stay put */
#include "arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <string.h>

static void
test_alignment(void)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	for (size_t size = 1; size < 300; size++) {
		(void)dd_arena_strndup(arena, "x", 1); /* moves the free pointer off its alignment */
		void *at = dd_arena_alloc(arena, size);
		g_assert_cmpuint((uintptr_t)at % alignof(uint64_t), ==, 0);
		memset(at, 0xff, size);
	}
}

static void
test_zeroed(void)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	for (size_t n = 0; n < 2000; n++) {
		unsigned char *at = dd_arena_alloc(arena, 100);
		for (size_t i = 0; i < 100; i++)
			g_assert_cmpuint(at[i], ==, 0);
		memset(at, 0xff, 100);
	}
}

/* Writes a mark into each of many blocks of many sizes and finds every mark again at the end */
static void
test_blocks_apart(void)
{
	enum { N = 3000 };
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autofree unsigned char **blocks = g_new0(unsigned char *, (size_t)N);
	for (size_t i = 0; i < N; i++) {
		blocks[i] = dd_arena_alloc(arena, i * 7 % 1000 + 1);
		memset(blocks[i], (int)(i % 251), i * 7 % 1000 + 1);
	}
	for (size_t i = 0; i < N; i++)
		for (size_t at = 0; at < i * 7 % 1000 + 1; at++)
			g_assert_cmpuint(blocks[i][at], ==, i % 251);
}

static void
test_intern(void)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	const char *first = dd_arena_intern(arena, "Sở Y tế", strlen("Sở Y tế"));
	g_assert_true(dd_arena_intern(arena, "Sở Y tế và", strlen("Sở Y tế")) == first);
	g_assert_cmpstr(dd_arena_intern(arena, "Sở Y tế", strlen("Sở Y")), ==, "Sở Y");
	for (unsigned i = 0; i < 5000; i++) {
		char text[16];
		g_snprintf(text, sizeof(text), "%u", i);
		g_assert_cmpstr(dd_arena_intern(arena, text, strlen(text)), ==, text);
	}
	g_assert_cmpstr(first, ==, "Sở Y tế");
}

static void
test_adopted(void)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	for (size_t i = 0; i < 10; i++)
		dd_arena_adopt(arena, g_malloc(1000), 1000);
	dd_arena_adopt(arena, NULL, 0);
	g_assert_cmpuint(dd_arena_get_size(arena), >=, 10000);
}

static void
test_large(void)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	char *small = dd_arena_strdup(arena, "nhỏ");
	char *large = dd_arena_alloc(arena, (size_t)5 << 20);
	large[((size_t)5 << 20) - 1] = 'x';
	g_assert_cmpstr(small, ==, "nhỏ");
	g_assert_cmpuint(dd_arena_get_size(arena), >, (size_t)5 << 20);
	g_assert_cmpuint(dd_arena_get_size(arena), <, (size_t)6 << 20);
}

static void
test_strings(void)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	g_assert_cmpstr(dd_arena_strdup(arena, "Sở Nội vụ"), ==, "Sở Nội vụ");
	g_assert_cmpstr(dd_arena_strdup(arena, ""), ==, "");
	g_assert_null(dd_arena_strdup(arena, NULL));
	g_assert_cmpstr(dd_arena_strndup(arena, "abcdef", 3), ==, "abc");
	g_assert_cmpstr(dd_arena_strndup(arena, "abcdef", 0), ==, "");
	g_assert_cmpstr(dd_arena_fold(arena, "a b", 3), ==, "a b");
	g_assert_cmpstr(dd_arena_fold(arena, " a\t \nb  c\n d", 11), ==, "a b c");
	g_assert_cmpstr(dd_arena_fold(arena, " \n", 2), ==, "");
	g_assert_cmpstr(dd_arena_fold(arena, "", 0), ==, "");
}

static void
test_memdup(void)
{
	static const int numbers[] = {3, 1, 4, 1, 5};
	g_autoptr(DdArena) arena = dd_arena_new();
	int *copy = dd_arena_memdup(arena, numbers, sizeof numbers);
	for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++)
		g_assert_cmpint(copy[i], ==, numbers[i]);
	g_assert_null(dd_arena_memdup(arena, numbers, 0));
	g_assert_null(dd_arena_memdup(arena, NULL, 0));
}

static void
test_free(void)
{
	dd_arena_free(NULL);
	dd_arena_free(dd_arena_new());
}

/* Many small blocks must cost little more than their bytes */
static void
test_overhead(void)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	for (size_t n = 0; n < 100000; n++)
		(void)dd_arena_alloc(arena, 64);
	g_assert_cmpuint(dd_arena_get_size(arena), <, (size_t)64 * 100000 * 5 / 4);
}

int
main(int argc, char *argv[])
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/arena/alignment", test_alignment);
	g_test_add_func("/arena/zeroed", test_zeroed);
	g_test_add_func("/arena/blocks-apart", test_blocks_apart);
	g_test_add_func("/arena/adopted", test_adopted);
	g_test_add_func("/arena/intern", test_intern);
	g_test_add_func("/arena/large", test_large);
	g_test_add_func("/arena/strings", test_strings);
	g_test_add_func("/arena/memdup", test_memdup);
	g_test_add_func("/arena/free", test_free);
	g_test_add_func("/arena/overhead", test_overhead);
	return g_test_run();
}
