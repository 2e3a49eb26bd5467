# SPDX-FileCopyrightText: 2026 The IPC Lab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The Debian package: cmake --build --preset release, then cpack in build/release. What it depends on
# is read from the programs, but for the plugin that draws the icons; what it recommends, the labs say
# when they miss it.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME ipclab)
set(CPACK_PACKAGE_VENDOR "The IPC Lab authors")
set(CPACK_PACKAGE_CONTACT "The IPC Lab authors")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_DESCRIPTION
    "IPC Lab runs programs and shows what the kernel does with them: which
processes exist, what each one is waiting for, where every byte is, and why
nothing moves. It comes with guided labs about processes, signals, pipes,
buffering, FIFOs and sockets, each in C and in Python, in English and Spanish.

It needs no root, no network and no account.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION education)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS libqt6svg6)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
    "fonts-dejavu-core, fonts-inter, gcc, libc6-dev, python3, qt6-translations-l10n, qt6-wayland")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "openssl, redis-server, wireshark")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${CMAKE_SOURCE_DIR}/resources/package/postrm)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
install(FILES ${CMAKE_SOURCE_DIR}/resources/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})
include(CPack)
