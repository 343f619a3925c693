// The part of ankerl::unordered_dense that mediasoup's worker uses, on the standard library's containers.
// Debian 12 has no package of the original, which is faster but behaves the same.
#pragma once

#include <functional>
#include <unordered_map>
#include <unordered_set>

namespace ankerl::unordered_dense {

// The worker specialises this template for its own keys, hence a template with room for SFINAE.
template <class T, class Enable = void>
struct hash : std::hash<T> {};

template <class Key, class Value, class Hash = hash<Key>, class Equal = std::equal_to<Key>>
using map = std::unordered_map<Key, Value, Hash, Equal>;

template <class Key, class Hash = hash<Key>, class Equal = std::equal_to<Key>>
using set = std::unordered_set<Key, Hash, Equal>;

} // namespace ankerl::unordered_dense
