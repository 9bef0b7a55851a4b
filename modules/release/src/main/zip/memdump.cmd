@echo off
rem Runs the memdump command of this release on Windows. The same as the script memdump beside it, which is for Linux and
rem macOS, but that the choice of compiler is left to Java and that no progress is shown.
rem
rem MEMDUMP_JAVA_HOME  which Java to use       (else JAVA_HOME, the java on Path, the usual places)
rem MEMDUMP_XMX        the memory, as in 16g   (else 70 % of the machine's)
rem MEMDUMP_DEBUG      show where an unexpected failure comes from

rem With delayed expansion an exclamation mark in an argument would be lost.
setlocal EnableExtensions DisableDelayedExpansion
for %%I in ("%~dp0.") do set "MEMDUMP_HOME=%%~fI"
set "memdump_jar=%MEMDUMP_HOME%\app\memdump.jar"
if exist "%memdump_jar%" goto search
>&2 echo memdump: There is no "%memdump_jar%", so this memdump is not complete. Unpack its zip again.
exit /b 1

:search
rem Gephi runs on Java 17 to 21: these first.
set "memdump_java="
set "memdump_newest=21"
call :find
set "memdump_newest=999"
if not defined memdump_java call :find
if defined memdump_java goto found
if defined MEMDUMP_JAVA_HOME goto not_that_one
>&2 echo memdump: Java 17 or newer is needed, and none was found.
goto install
:not_that_one
>&2 echo memdump: Java 17 or newer is needed, and none was found in "%MEMDUMP_JAVA_HOME%", which MEMDUMP_JAVA_HOME names.
:install
>&2 echo memdump: Install a JDK 17, then run this again:
>&2 echo memdump:   winget install EclipseAdoptium.Temurin.17.JDK
>&2 echo memdump: If there is one already, set MEMDUMP_JAVA_HOME to its folder.
exit /b 1

:found
if /i not "%~1"=="gephi" goto memory
if %memdump_major% leq 21 goto memory
>&2 echo memdump: Gephi runs on Java 17 to 21, and only Java %memdump_major% was found, in "%memdump_java%".
goto install

:memory
set "memdump_memory=-XX:MaxRAMPercentage=70"
if not defined MEMDUMP_XMX goto run
set "memdump_memory=-Xmx%MEMDUMP_XMX%"
set MEMDUMP_XMX | findstr /r /i /c:"^MEMDUMP_XMX=[0-9][0-9]*[kmg]*$" >nul && goto run
>&2 echo memdump: MEMDUMP_XMX is "%MEMDUMP_XMX%"; write it as 4g or 800m.
exit /b 1

:run
"%memdump_java%\bin\java.exe" -XX:+UseParallelGC "%memdump_memory%" -Djava.awt.headless=true -Dmemdump.terminal=false -jar "%memdump_jar%" %*
exit /b %ERRORLEVEL%

rem Sets memdump_java to the first Java from 17 to memdump_newest.
:find
if not defined MEMDUMP_JAVA_HOME goto find_usual
call :try "%MEMDUMP_JAVA_HOME%"
exit /b 0
:find_usual
if defined JAVA_HOME call :try "%JAVA_HOME%"
for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :try "%%~dp$PATH:J.."
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%ProgramFiles%\BellSoft\*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*" "%USERPROFILE%\.jdks\*" "%USERPROFILE%\scoop\apps\*") do call :try "%%~fD" & call :try "%%~fD\current"
exit /b 0

rem Takes the Java in a folder if its version, which the file release tells, is in the range.
:try
if defined memdump_java exit /b 0
if not exist "%~f1\bin\java.exe" exit /b 0
if not exist "%~f1\release" exit /b 0
set "memdump_major=0"
for /f "usebackq tokens=2 delims==" %%V in (`findstr /b "JAVA_VERSION=" "%~f1\release"`) do for /f "delims=.-+_ " %%M in ("%%~V") do set "memdump_major=%%M"
if %memdump_major% lss 17 exit /b 0
if %memdump_major% gtr %memdump_newest% exit /b 0
set "memdump_java=%~f1"
exit /b 0
