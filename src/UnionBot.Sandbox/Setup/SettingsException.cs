namespace UnionBot.Sandbox.Setup;

/// <summary>A setting the sandbox cannot start with; the message names it and says what is allowed.</summary>
internal sealed class SettingsException(string message) : Exception(message);
